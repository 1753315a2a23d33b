"""One problem, many faces: a module for each form in which `controleer` reports to people, forges and programs."""
