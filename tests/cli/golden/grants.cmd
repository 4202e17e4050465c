# The life of grants, one at a time.
store init --demo --fields persons,relations,grants
grant add --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --site 980000159357 --reason "new colleague"
grant add --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --site 980000159357
grant add --person p-2 --org 0777999980 --right dienstencheques-erkende-ondernemin --site 980000159357
grant add --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming
grant add --person p-99 --org 0777999980 --right dah-gebruiker
grant add --person p-2 --org 0777999980 --right dah-gebruiker --from 2027-01-01 --until 2026-12-31
grant extend --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --site 980000159357 --until 2026-12-31
grant revoke --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --reason left --on 2026-12-31
grant revoke --person p-2 --org 0777999980 --right dienstencheques-erkende-onderneming --reason left
grant revoke --person p-2 --org 0777999980 --right dah-gebruiker --reason left
relation end --person p-1 --org 0777999980 --at-once --reason left
relation extend --person p-2 --org 0777999980 --until 2031-01-01
person update p-2 --email arthur@example.be
person add --number 85.07.30-033.28 --first-name Jan --last-name Test
relation add --person 85073003328 --org 0777999980 --category vaste --email jan@example.be --phone 012345678
grant list --fields id,name,site,from,until,state
audit verify
