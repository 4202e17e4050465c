# The letters first, while nobody is in office.
scene office
dcadmin relation add --person p-12 --org 0777.999.980 --category vaste --email lucas@example.be --phone +3212345678
dcadmin chief request --org 0566.988.259 --person p-12 --email directie@example.be --phone +3212345678 --reason 'no eID yet' --document letter-2026-118
dcadmin chief request --org 0566.988.259 --person p-30 --email directie@example.be --phone +3212345678 --reason 'no eID yet' --document letter-2026-119
dcadmin chief request --org 0777.999.980 --person p-12 --email directie@example.be --phone +3212345678 --reason 'no eID yet' --document letter-2026-120
dcadmin chief requests --state waiting
dcadmin chief approve q-3 --reason 'card seen'

# Then the representative himself.
scene officers
apart on a terminal it asks for the number
dcadmin --as p-12 chief designate --org 0566.988.259 --person p-30 --email directie@example.be --phone +3212345678
dcadmin --as p-12 chief designate --org 0566.988.259 --self --email directie@example.be --phone +3212345678 --confirm 0566.988.259
dcadmin chief show --org 0566.988.259
dcadmin chief show --org 0566.988.259 --at 31/12/2025
dcadmin chief history --org 0566.988.259 --fields name,from,ended_at,procedure,appointed_by,reason
dcadmin --as p-12 cochief add --person p-30 --org 0566.988.259
file cochiefs.csv
  person,org,domain
  p-7,0566988259,financien
dcadmin cochief add --file cochiefs.csv
dcadmin cochief list --org 0566.988.259 --state active
dcadmin cochief remove --person p-30 --org 0566.988.259 --reason 'other work'
dcadmin --as p-12 manager add --person p-30 --org 0566.988.259 --domain sociale-zekerheid
file managers.csv
  person,org,domain,site
  p-2,0566988259,werkgelegenheid,980000611888
dcadmin manager add --file managers.csv
dcadmin manager list --org 0566.988.259 --state active
dcadmin manager remove --person p-30 --org 0566.988.259 --reason 'other work'
dcadmin --as p-12 cochief add --person p-2 --org 0566.988.259
dcadmin chief end --org 0566.988.259 --on 31/12/2026 --reason 'retires' --confirm 0566.988.259
