# Pickups of paper vouchers; today is Monday 23 November 2026, past half past twelve.
store init --demo --fields schema
person list --fields id,first_name,last_name
pickup request --org 0777999980 --site 980000611888 --date 2026-11-24 --contact p-1 --phone '+32 470 12 34 56' --region vlaanderen --bags 2 --reason 'maand vol'
pickup request --org 0777999980 --site 980000611888 --date 2026-11-23 --contact p-1 --phone 0470123456 --region flanders
pickup request --org 0777999980 --site 980000611888 --date 2026-12-25 --contact p-1 --phone 0470123456 --region flanders
ophaling request --org 0777999980 --site 980000611888 --date 2026-12-25 --contact p-1 --phone 0470123456 --region flanders --on-late next --fields id,date
pickup request --org 0777999980 --site 980000611888 --date 2026-11-25 --phone 0470123456 --region flanders
file pickups.csv
  ondernemingsnummer;vestiging;datum;contactpersoon;telefoon;gewest;zakken
  0777999980;980000159357;25/11/2026;p-2;0470 12 34 56;Brussel;3
  0777999980;980000159357;28/11/2026;p-2;0470 12 34 56;Brussel;3
  0777999980;980000159357;30/11/2026;p-2;;Brussel;veel
pickup request --file pickups.csv --skip-invalid
show pickups.outcome.csv
pickup list
pickup cancel u-1 --reason 'niets te halen' --fields id,state
pickup cancel u-9
pickup list --state cancelled -o csv --fields id,date,state
store check
audit verify
