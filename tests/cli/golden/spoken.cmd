# What commands tell in Dutch and French: meanings of policies, how a run of a file ended and how to
# go on, refusals in one whole sentence. Names, states and values are the same in each language.
store init --demo --fields persons
policy get sign_in --lang nl
policy list --fields name,what --lang fr
policy set sign_in maybe --lang nl
store check --lang nl
store check --lang fr
file people.csv
  number,first_name,last_name
  85.07.30-033.28,An,Peeters
  85.07.30-033.29,Bo,Claes
person add --file people.csv --dry-run --lang nl
person add --file people.csv --lang nl
person add --file people.csv --skip-invalid --lang fr
number check 12345 --lang nl --fields valid,reason
number check 12345 --lang fr --fields valid,reason
site show 980000611888 --org 0566.988.259 --lang nl
site show 980000611888 --lang fr
service list --watch --lang nl
__complete zsh 5 dcadmin expiring --lang nl --at
