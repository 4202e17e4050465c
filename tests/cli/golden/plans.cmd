# A plan: made, looked at, applied, overtaken, and taken back.
store init --demo --fields persons,relations,grants
file new.csv
  person,org,right,site,until
  p-2,0777999980,dienstencheques-erkende-onderneming,980000159357,2028-02-29
  p-1,0777999980,dah-gebruiker,,2027-12-31
grant add --file new.csv --plan new.plan --reason "new colleague"
plan show new.plan
plan show new.plan -o jsonl
plan check new.plan
grant list --fields id
apply new.plan
apply new.plan -o json
grant revoke --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --reason left --plan revoke.plan
plan show revoke.plan --fields row,state,changes
grant extend --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --site 980000159357 --until 2028-12-31
plan check revoke.plan
apply revoke.plan
apply revoke.plan -o json --skip-stale
plan invert new.plan --plan undo.plan
plan show undo.plan
apply undo.plan --notify none
apply undo.plan
grant list --fields id,person,right,from,until,state
org add --number 0566988259 --name Poetshulp --plan org.plan --batch 3
org add --number 0566988259 --name Poetshulp --plan org.plan
apply org.plan --outcome org.jsonl
show org.jsonl
plan invert org.plan
apply new.csv
apply
apply missing.plan
audit verify
