"""What is in a text: sentences, words, quotations, actors, attributions, polarity."""
