# Services of a company: the list, what comes in one by one, and an export of the issuer.
store init --demo --fields schema
service list
service list --org 0777999980 --status registered|confirmed --from 01/11/2026 --limit 10 -o json
prestatie list --status weg
service list --offset 10001
service show d-1
service history
service history --filter gisteren
service history --filter to-validate -o csv
company update --org 0777999980 --accreditation V12345 --activity household|ironing --from 2020-01-01 --quiet --fields accreditation
worker add --number 85.07.30-033.28 --first-name Zoë --last-name "D'Hondt" --org 0777999980 --site 980000611888 --region flanders --fields login
customer add --org 0777999980 --number 123456700170 --name 'Familie Claes' --region flanders --fields number
voucher order --org 0777999980 --customer 123456700170 --count 4 --on 2026-11-02 --quiet --fields count
service register --worker 980000000182 --customer 123456700170 --date 2026-11-23 --hours 3 --activity household --comment 'ramen ook'
service register --worker 980000000182 --customer 123456700170 --date 2026-11-23 --hours 3 --activity household --fields id,status
service register --worker 980000000182 --customer 123456700170 --date 2026-11-24 --hours 3 --activity household
service register --worker 980000000182 --customer 123456700170 --date 2026-11-23 --hours 10 --activity household
service register --worker 980000000182 --customer 123456700170 --date 2026-11-23 --hours 3 --activity shopping
service register --worker 980000000182 --customer 999999999999 --date 2026-11-23 --hours 3 --activity household
file services.csv
  werknemer;gebruiker;datum;uren;activiteit
  980000000182;123456700170;20/11/2026;4;household
  980000000182;123456700170;20/11/2026;4;household
  980000000182;123456700170;25/11/2026;4;household
service register --file services.csv --skip-invalid
show services.outcome.csv
file export.csv
  Work ID;Toegangsnummer;Gebruikersnummer;Gewest;Prestatiedatum;Aantal uren;Activiteit;Status;Opmerking;Number of SV refunded 3
  W-1001;980000000182;123456700170;Vlaanderen;18/11/2026;3;Huishoudhulp;Te valideren;;0
  W-1002;980000000182;123456700170;Vlaanderen;18/11/2026;2;1;Gevalideerd;;0
  W-1003;980000000182;123456700170;Vlaanderen;17/11/2026;2;Strijken;Bevestigd;;0
  W-1004;980000000182;123456700170;Vlaanderen;17/11/2026;1;Huishoudhulp;Geannuleerd;niet geweest;0
service import export.csv
service import export.csv
file later.csv
  Prestatie,Wie,Voor wie,region,date,hours,activity,status
  W-1001,980000000182,123456700170,flanders,2026-11-18,3,household,Gevalideerd
  W-1002,980000000182,123456700170,flanders,2026-11-18,4,household,registered
  W-1004,980000000182,123456700170,flanders,2026-11-17,1,household,Gevalideerd
  W-1005,980000000182,123456700170,flanders,2026-11-17,1,dansen,Gevalideerd
service import later.csv
file headers.csv
  work_id,Prestatie
  worker,Wie
  customer,Voor wie
service import later.csv --map headers.csv
service import later.csv --map headers.csv --skip-invalid
show later.outcome.csv
file wrong.csv
  werk,Prestatie
service import later.csv --map wrong.csv
service list --fields id,work_id,date,hours,status,vouchers
service list --limit 2 --fields id,date
service list --limit 2 --after d-4 --fields id,date
service list --worker 980000000182 --status cancelled -o csv
service show d-5
service history d-4
service history --filter modified --fields id,status
service history --filter not-issued --fields id,hand_in_until,risk
store check
audit verify
