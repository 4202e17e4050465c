# Policies, leaving, erasing, and working for another organisation.
store init --demo --fields persons
policy list
policy get retention
policy set retention 12y --reason 'decision of the board'
policy set retention 12y
policy set retention soon
policy set retenton 12y
person leave p-1
person leave p-1 --reason 'new job'
person leave p-1 --on 2020-01-01 --reason 'new job'
person leave p-1 --on 2026-12-31 --reason 'new job' --yes -o csv
person leave p-1 --on 2026-12-31 --reason 'new job' --yes
person erase p-1 --confirm p-1 --reason 'asked for'
person add --number 85073003328 --first-name Wies --last-name Zwaluwenberg
person erase p-99 --confirm p-99 --reason 'asked for'
org use 0777999980
config get org
org use 0403019261
audit list --action policy -o csv --fields action,subject,reason,before,after
