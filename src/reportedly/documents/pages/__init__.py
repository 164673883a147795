"""A web page → the report in it: its paragraphs, what it states of itself, what kind of page it is.

``blocks`` walks through a page once and puts down what is seen, ``body`` tells the report from
what is around it, ``stated``, ``stamps`` and ``names`` read what the page says of itself, ``live``
takes a live blog apart, ``walls`` recognises pages that hold back what they are about, and
``saved`` reads where a page was saved from.
"""
