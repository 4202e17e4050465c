# A person whom a register knows needs no name.
dcadmin store init
file persons.csv
  number,last_name,first_name
  85.07.30-033.28,Maes,Lucas
dcadmin register import --persons persons.csv
dcadmin person add --number 85.07.30-033.28 --email lucas@example.be

scene granted
dcadmin person add --number 85.07.30-033.28 --first-name Lucas --last-name Maes --email lucas@example.be
dcadmin person add --file persons.csv
dcadmin person find maes
dcadmin person find 85.07.30
dcadmin person list --org 0566.988.259 --sort birth_date
dcadmin person show p-12
dcadmin person update p-12 --email l.maes@example.be
dcadmin person compare p-1 p-2 --differences
dcadmin person compare p-1 p-7 --copy-missing new.csv
dcadmin relation add --person p-12 --org 0566.988.259 --category vaste --email lucas@example.be --phone +3212345678
dcadmin relation add --file relations.csv
dcadmin relation list --org 0566.988.259 --state active --sort until
dcadmin relation show r-3
dcadmin relation update --person p-12 --org 0566.988.259 --email lucas@example.be
file addresses.csv
  person,org,email
  p-7,0566988259,n.mertens@example.be
dcadmin relation update --file addresses.csv
dcadmin relation extend --person p-12 --org 0566.988.259 --until 31/12/2030
dcadmin relation end --person p-2 --org 0566.988.259 --at-once --reason moved
dcadmin --as p-2 relation request --org 0566.988.259 --category vaste --email lucas@example.be --phone +3212345678 --reason 'works there'
file requests.csv
  person,org,category,email,phone,reason
  p-5,0566988259,vaste,elodie@example.be,+3212345678,works there
dcadmin relation request --file requests.csv
dcadmin relation end --person p-12 --org 0566.988.259 --on 31/12/2026
file leavers.csv
  person,on,reason
  p-7,2026-12-31,retires
dcadmin person leave p-12 --on 2026-12-31 --reason 'new job'
dcadmin person leave --file leavers.csv --yes
dcadmin person leave p-12 --on 2026-11-23 --reason 'new job' --yes
# Twelve years later.
set DCADMIN_NOW=2039-01-02T09:00:00Z
dcadmin person erase p-12 --confirm p-12 --reason 'term has passed'
