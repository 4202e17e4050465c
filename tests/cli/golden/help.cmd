# Help, as it is read.
help
help bulk
grant
grant add --help
number check --help
