"""Papers, people and a camera for the sample pictures; everything drawn is invented."""
