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
number check 85.07.30-033.29 --lang nl --fields valid,reason
task list --lang nl --fields kind,title
grant explain --person p-2 --right dienstencheques-erkende-onderneming --org 0777999980 --lang fr
worker add --org 0777999980 --region limburg --number 85.07.30-033.28 --first-name Lucas --last-name Maes --lang nl
company update --org 0777999980 --accreditation V12345 --activity household --from 2020-01-01 --reason beslissing --lang nl --fields accreditation
worker add --org 0777999980 --site 2147812701 --region flanders --number 85.07.30-033.28 --first-name Lucas --last-name Maes --lang fr
paper receive --org 0777999980 --region flanders --number 0012345678 --usable-until 2027-03-31 --date 2026-11-18 --activity household --fields id,state --lang nl
pickup tips --org 0777999980 --lang nl
pickup tips --org 0777999980 --lang fr
issuance create --org 0777999980 --region flanders --paper --month 2026-11 --fields id,state --lang nl
issuance show i-1 --slip --lang nl
issuance show i-1 --slip --lang fr
issuance show i-1 --html slip.html --lang fr
show slip.html
report --html - --org 0777999980 --lang nl
