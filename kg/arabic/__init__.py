"""The Arabic language: letters, words, numbers, dates, names. Knows nothing of armed actors."""
