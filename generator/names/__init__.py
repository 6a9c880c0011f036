"""Python names for everything a document names: decided here, nowhere else."""
