"""The graph of claims, ties and plain triples: woven, kept, asked and checked; the home of RDF."""
