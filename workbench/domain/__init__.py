"""What things are: frozen values, closed vocabularies and pure rules. Standard library only."""
