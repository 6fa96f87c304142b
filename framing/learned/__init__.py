"""Learning from coded sentences: features, training, cross-validation, and models that are nothing but arrays."""
