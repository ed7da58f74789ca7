"""Words as data: the tables of a language, read and checked."""
