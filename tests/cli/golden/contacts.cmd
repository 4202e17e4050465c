# Contact persons of a company.
store init --demo --fields schema
person list --fields id,first_name,last_name
contact add --org 0777999980 --person p-1 --purpose pickups --consent 2026-11-02 --reason gevraagd
contactpersoon add --org 0777999980 --person p-1 --purpose pickups --fields person
contact add --org 0777999980 --person p-2 --fields person,purpose,consent,state
contact add --org 0777999980 --person p-1 --purpose pickups --consent 2026-11-03
contact add --org 0777999980 --person p-1 --purpose koffie
contact add --org 0566988259 --person p-1
file contacts.csv
  ondernemingsnummer,insz,doel,toestemming
  0777999980,p-3,refunds,01/11/2026
  0777999980,p-4,privacy,2026-12-31
contact add --file contacts.csv --skip-invalid
show contacts.outcome.csv
contact list
contact update --org 0777999980 --person p-1 --purpose pickups --fields person,consent
contact remove --org 0777999980 --person p-2 --reason 'andere taak' --fields person,state
contact list --all -o csv --fields person,purpose,state
person erase p-1 --confirm p-1 --force --reason gevraagd --yes
store check
audit verify
