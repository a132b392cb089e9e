"""Drawing lots from a person's own list: reading it, drawing so that anyone can repeat it, and writing it down once."""
