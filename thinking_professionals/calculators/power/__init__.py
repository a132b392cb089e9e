"""Could it be detected? Sample sizes, power and smallest detectable effects, each naming its method and its source."""
