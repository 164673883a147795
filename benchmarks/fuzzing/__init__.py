"""What fuzzing and its replay share: targets, what must hold of them, seeds."""
