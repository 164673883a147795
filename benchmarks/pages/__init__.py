"""Invented pages with gold: news sites' layouts, their furniture, and what a reader should keep.

A page is made of a story (``BANK/stories``), a layout (``BANK/layouts``), furniture
(``BANK/furniture.toml``) and a line of ``BANK/pages.toml`` that says where date and publisher
stand. Nothing is drawn from a real page. What is rendered as a paragraph of the article becomes
gold as it is rendered, so gold and page cannot part. README.md has the rule of what is gold.
"""
