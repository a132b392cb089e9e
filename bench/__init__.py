"""Measurements against floors that are fixed files in this folder: `make bench` prints them, and asserts nothing."""
