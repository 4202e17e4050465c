scene zone
dcadmin service register --worker 980000000182 --customer 123456789002 --date 2026-11-23 --hours 3 --activity household
dcadmin service register --file services.csv
file prestaties.csv
  Work ID;Toegangsnummer;Gebruikersnummer;Gewest;Prestatiedatum;Aantal uren;Activiteit;Status;Opmerking
  W-1001;980000000182;123456789002;Vlaanderen;18/11/2026;3;Strijken;Te valideren;
dcadmin service import prestaties.csv
file export.csv
  Prestatie,Wie,Voor wie,date,hours,activity,status
  W-1002,980000000182,123456789002,2026-11-18,2,ironing,registered
file headers.csv
  work_id,Prestatie
  worker,Wie
  customer,Voor wie
dcadmin company update --org 0566988259 --accreditation W4321 --activity ironing --from 2020-01-01
dcadmin service import export.csv --map headers.csv --region wallonia
dcadmin service list --worker 980000000182 --status 'registered|disputed'
dcadmin service list --org 0566988259 --from 2026-11-01 --limit 50 --after d-12
dcadmin service list --org 0566988259 --at-risk
dcadmin service show d-12
dcadmin service cancel d-12 --comment 'entered twice'

scene zone
dcadmin service update d-12 --hours 3 --comment 'three hours, not four'
dcadmin service comment d-12 --comment 'the key was not there'
dcadmin service history d-12
dcadmin service history --filter to-validate --org 0566988259 --limit 50
dcadmin service validate d-12 d-15
dcadmin service dispute d-12 --comment 'two hours, not three'
dcadmin service update d-12 --hours 2 --comment 'two it is'
dcadmin service confirm d-12
file checked.csv
  id
  d-13
dcadmin service validate --file checked.csv
dcadmin service validate --worker 980000000182
dcadmin service validate --all --until 2026-11-20 --org 0566988259
dcadmin service advance
dcadmin service advance --summary
