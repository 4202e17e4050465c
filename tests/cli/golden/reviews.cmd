# Persons side by side, and what a review says before anybody is in office.
store init --demo --fields persons,relations,grants
grant add --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --site 980000159357 --until 2027-05-31 --fields id
grant add --person p-2 --org 0777999980 --right dah-gebruiker --until 2027-05-31 --fields id
person compare p-1 p-2
person compare p-2 p-1 p-3 --differences -o csv
person compare p-2 p-1 --at 2027-06-01
person compare p-2 p-1 p-3 --copy-missing missing.csv -o jsonl
show missing.csv
grant add --file missing.csv
person compare p-2 p-1 p-3 --copy-missing missing.csv
person compare p-2
person compare p-2 p-2
person compare p-2 p-99
file taken.csv
  keep me
person compare p-4 p-1 --copy-missing taken.csv -q
person compare p-2 p-4 --copy-missing taken.csv -q
review start --org 0777999980 --due 2026-11-23 --reason yearly
review start --org 0777999980 --due 2027-01-31 --reason yearly
review list
review status v-1
review import v-1 --grant g-1 --decision weg
grant revoke --person p-2 --org 0777999980 --right dah-gebruiker --grant g-99 --reason left
right list --audience VO --limit 3
right list --audience EA --limit 2 -o csv --fields code,audience
audit verify
store check
