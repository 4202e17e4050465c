# Every list and every single item of the demonstration store, in each format.
store init --demo --fields persons,relations,grants
store status --fields schema,organisations,persons,relations,grants
org list
org show 0777.999.980
org list -o json
site list --org 0777999980
site list --text aal -o csv
site show 980000611888
person list
person list --sort birth_date --reverse --limit 2 --offset 1
person find maes
person find 90.07.31 -o jsonl
person show p-1
relation list
relation list --state active --org 0777999980 --sort name -o csv
relation show r-1
right list --limit 3
right search dienstencheques -o csv
right show dienstencheques-erkende-onderneming
grant list
grant list --at 2024-10-02 --state active
grant list --person p-1 -o json
grant show g-1
grant export
access check --person p-1 --right dienstencheques-erkende-onderneming
access check --person p-2 --right dienstencheques-erkende-onderneming
grant explain --person p-2 --right dienstencheques-erkende-onderneming --org 0777999980
notice list --fields id,person,kind,state
notice show n-1
audit list --limit 3 --fields sequence,org,actor,action,subject
audit verify
store check
