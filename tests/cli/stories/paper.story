scene zone
dcadmin paper receive --org 0566988259 --region flanders --number 00123456789 --usable-until 2027-03-31 --date 2026-11-20 --worker 980000000182 --activity household
file scanned.csv
  org;region;number;usable_until;date;worker;activity
  0566988259;flanders;0012345680;31/03/2027;20/11/2026;980000000182;household
  0566988259;flanders;0012345681;31/03/2027;20/11/2026;980000000182;household
  0566988259;flanders;0012345682;31/03/2027;20/11/2026;980000000182;household
  0566988259;flanders;0012345683;31/03/2027;20/11/2026;980000000182;household
  0566988259;flanders;0012345684;31/03/2027;20/11/2026;980000000182;household
  0566988259;flanders;0012345685;31/03/2027;20/11/2026;980000000182;household
  0566988259;flanders;0012345686;31/03/2027;20/11/2026;980000000182;household
  0566988259;flanders;0012345687;31/03/2027;;;
  0566988259;flanders;0012345688;31/03/2027;20/11/2026;980000000182;household
dcadmin paper receive --file scanned.csv
dcadmin paper announce x-7 x-8
dcadmin paper announce x-9 --date 2026-11-20 --worker 980000000182 --activity ironing
file announced.csv
  id
  x-6
dcadmin paper announce --file announced.csv
dcadmin paper list --to-correct
dcadmin issuance create --org 0566988259 --region flanders --paper --month 2026-11
dcadmin issuance receive i-1
dcadmin paper read --number 00123456789 --region flanders --result rejected --cause already-paid
dcadmin paper advance --quiet

# What the issuer could not read comes back, to be corrected or to be claimed.
scene paper
dcadmin paper read results.csv
dcadmin paper correct x-7 --date 2026-11-20
file corrected.csv
  id;date
  x-8;19/11/2026
dcadmin paper correct --file corrected.csv

scene paper_received
dcadmin paper withdraw x-7 --reason 'verkeerd nummer'

# A voucher that is handed in and never arrives.
scene paper
dcadmin paper claim x-7 --reason 'zak verloren'
dcadmin paper claim x-7 --outcome refunded
