"""The command line: one module a command, each with `declare(commands)` and a `run(arguments) -> int`."""
