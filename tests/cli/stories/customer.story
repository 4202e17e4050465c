scene zone
dcadmin customer add --org 0566988259 --number 123456789002 --name 'Familie Claes' --region flanders --email claes@example.be
file customers.csv
  org;number;name;region
  0566988259;123456700170;Familie Janssens;brussels
dcadmin customer add --file customers.csv
dcadmin customer import customers.csv --skip-invalid
dcadmin customer list --org 0566988259 --text claes
dcadmin customer show 123456789002 --org 0566988259
# A notice for each.
for service in 1 2 3 4 5 6 7 8 9 10 11 12; do dcadmin service validate d-$service || exit; done
dcadmin notice customers --state failed
dcadmin notice customers 12
dcadmin customer update 123456789002 --org 0566988259 --channel other
dcadmin voucher order --org 0566988259 --customer 123456789002 --count 20
file orders.csv
  org;customer;count
  0566988259;123456789002;10
dcadmin voucher order --file orders.csv
dcadmin voucher list --customer 123456789002 --state all
dcadmin voucher list --org 0566988259 --sort until --limit 20
dcadmin voucher wallet 123456789002 --org 0566988259
dcadmin customer deactivate 123456789002 --org 0566988259 --reason moved
dcadmin customer activate 123456789002 --org 0566988259

# Who has nothing open can be forgotten.
scene granted
dcadmin company update --org 0566988259 --accreditation V12345 --activity household --from 2020-01-01
dcadmin customer add --org 0566988259 --number 123456789002 --name 'Familie Claes' --region flanders
dcadmin customer erase 123456789002 --org 0566988259 --confirm 123456789002 --reason 'he asked for it'
