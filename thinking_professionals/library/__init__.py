"""What authors write, as frozen values: questions, designs, gates, costs, sources and glossary."""
