# Who administers access: the chief and how he is named, co-chiefs, managers, domains.
store init --demo --fields persons,relations,grants
org list --without-chief
domain list
domain show financin
domain add --code onderwijs --name-nl Onderwijs --name-en Education --source letter
chief designate --org 0777999980 --self --email directie@example.be --phone 012345678
chief designate --org 0777999980 --self --email directie@example.be --phone 012345678 --confirm 0777.999.980
--as p-1 chief designate --org 0777999980 --self --email directie@example.be --phone 012345678 --yes
--as p-1 chief designate --org 0777999980 --self --email directie@example.be --phone 012345678 --confirm 0566988259
--as p-1 chief designate --org 0777999980 --self --email directie@example.be --phone 012345678 --confirm 0777999980
chief show --org 0777999980
--as p-1 chief request --org 0777999980 --person p-1 --email anna@example.be --phone 012345678 --reason 'no eID' --document letter-1 --document letter-2
chief requests --state waiting
--as p-1 chief approve q-1
chief approve q-1 --reason 'card seen'
chief approve q-1 --reason 'card seen'
chief refuse q-1 --reason no
chief refuse q-7 --reason no
chief show --org 0777999980
org show 0777999980
org list --without-chief --at 2026-11-22
org list --without-chief
chief end --org 0777999980 --confirm 0777999980
--as p-1 cochief add --person p-2 --org 0777999980
--as p-2 cochief add --person p-3 --org 0777999980
--as p-2 manager add --person p-3 --org 0777999980 --domain financien|mobiliteit --site 980000159357
manager add --person p-3 --org 0777999980 --domain finance
manager list --org 0777999980
--as p-3 manager remove --person p-3 --org 0777999980 --domain mobiliteit --reason 'other work'
manager list --org 0777999980 --state active --fields id,name,domain,site
file managers.csv
  persoon;organisatie;domein;vestiging;begindatum;einddatum
  p-3;0777999980;sociale-zekerheid|onderwijs;;01/03/2027;29/02/2028
  p-3;0777999980;geen;;;
manager add --file managers.csv --dry-run
manager add --file managers.csv --skip-invalid
chief end --org 0777999980 --confirm 0777999980 --on 31/12/2026 --reason leaves
chief history --org 0777999980 --fields name,from,until,procedure,appointed_by,reason
cochief list -o csv --fields id,name,role,domain,state
notice list --fields kind,address,subject
audit verify
store check
