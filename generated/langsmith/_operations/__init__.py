"""How operations travel: paths, parameters, bodies and answers, as data."""
