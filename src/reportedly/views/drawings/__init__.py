"""Drawings as SVG, made here so that the dossier needs no library and no network."""
