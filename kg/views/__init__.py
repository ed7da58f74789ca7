"""What one may look at: a page, tables, network files, and records of readings."""
