"""Drawing lots so that anyone can repeat it: a stream of fair numbers, a round of groups, and units dealt along it."""
