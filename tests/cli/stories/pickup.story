scene zone
dcadmin pickup request --org 0566988259 --site 2147812701 --date 2026-12-01 --contact p-12 --phone '+32 470 12 34 56' --region flanders --bags 2
file pickups.csv
  org;site;date;contact;phone;region;bags
  0566988259;2147812701;24/11/2026;p-12;0470 12 34 56;brussels;1
  0566988259;2147812701;02/12/2026;p-12;0470 12 34 56;flanders;1
dcadmin pickup request --file pickups.csv --on-late next
dcadmin pickup recur set --org 0566988259 --site 2147812701 --region flanders --every two-weeks --on 2 --contact p-12 --phone '+32 470 12 34 56' --on-holiday next
dcadmin pickup recur show --org 0566988259 --until 2026-12-31
dcadmin pickup recur run --quiet
dcadmin pickup recur set --org 0566988259 --site 2147812701 --region flanders --every week --on 1 --contact p-12 --phone '+32 470 12 34 56'
dcadmin pickup skip --series y-1 --date 2026-12-28
dcadmin pickup list --org 0566988259
dcadmin pickup tips --org 0566988259
dcadmin pickup invoice --month 2026-11 --org 0566988259 --html ophalingen.html
dcadmin pickup recur off --org 0566988259 --site 2147812701 --region flanders --reason 'all are electronic now'

scene zone
file pickups.csv
  org;site;date;contact;phone;region
  0566988259;2147812701;01/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;02/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;03/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;04/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;07/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;08/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;09/12/2026;p-12;0470 12 34 56;flanders
dcadmin pickup request --file pickups.csv
set DCADMIN_NOW=2026-12-09T07:00:00Z
dcadmin pickup postpone u-7
set DCADMIN_NOW=2026-11-23T12:00:00Z

scene zone
file pickups.csv
  org;site;date;contact;phone;region
  0566988259;2147812701;01/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;02/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;03/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;04/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;07/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;08/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;09/12/2026;p-12;0470 12 34 56;flanders
dcadmin pickup request --file pickups.csv
dcadmin pickup cancel u-7 --reason 'nothing to hand in'

scene zone
file pickups.csv
  org;site;date;contact;phone;region
  0566988259;2147812701;01/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;02/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;03/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;04/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;07/12/2026;p-12;0470 12 34 56;flanders
  0566988259;2147812701;08/12/2026;p-12;0470 12 34 56;flanders
dcadmin pickup request --file pickups.csv
dcadmin pickup recur set --org 0566988259 --site 2147812701 --region brussels --every week --on 5 --contact p-12 --phone '+32 470 12 34 56'
dcadmin pickup recur run
dcadmin pickup skip u-7
