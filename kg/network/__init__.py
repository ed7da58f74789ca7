"""A network of actors: entities as nodes, ties as edges; the only home of networkx."""

from kg.network.actors import Network, describe_entity, describe_tie, in_order, weave_network
from kg.network.chains import Step, chain_of_command
from kg.network.communities import find_communities, in_importance
from kg.network.formats import as_gexf, as_graphml
from kg.network.layouts import lay_out
from kg.network.measures import Measures, measure
from kg.network.paths import shortest_path, within

__all__ = [
    "Measures",
    "Network",
    "Step",
    "as_gexf",
    "as_graphml",
    "chain_of_command",
    "describe_entity",
    "describe_tie",
    "find_communities",
    "in_importance",
    "in_order",
    "lay_out",
    "measure",
    "shortest_path",
    "weave_network",
    "within",
]
