# Customers of a company, their vouchers and their wallets.
store init --demo --fields schema
file customers.csv
  ondernemingsnummer;gebruikersnummer;naam;gewest;taal;kanaal;e-mail;telefoon
  0777999980;123456700183;Familie Claes;Vlaanderen;nl;online;claes@example.be;0470 12 34 56
  0777.999.980;+++123/4567/00284+++;Käthe Müller;Wallonië;de;other;;
  0777999980;123456700386;;Brussel;;;;
  0777999980;1234567;Familie Janssens;Brussel;;;;
  0777999980;123456700386;Familie Janssens;Brussel;;post;;
customer import customers.csv
customer import --file customers.csv --skip-invalid
show customers.outcome.csv
customer add --org 0777999980 --number 123456700399 --name 'Familie Janssens' --region brussels --fields number,name,language,channel
gebruiker list --org 0777999980
customer list --text muller -o json
customer update 123456700284 --org 0777999980 --email kathe@example.be --channel online --fields number,channel,email
customer update 123456700284 --org 0777999980 --channel online --fields number,channel
customer update 123456700999 --org 0777999980 --channel online
voucher order --org 0777999980 --customer 123456700183 --count 20 --reason besteld
voucher order --org 0777999980 --customer 123456700183 --count 10 --on 2025-05-15 --first-number 30000001 --fields id,issued,usable_until,hand_in_until,left,state
voucher order --org 0777999980 --customer 123456700183 --count 10 --on 2025-05-15 --first-number 30000001 --fields id,state
voucher order --org 0777999980 --customer 123456700183 --count 11 --on 2025-05-15 --first-number 30000001
voucher order --org 0777999980 --customer 123456700284 --count 5 --on 2021-06-15
voucher order --org 0777999980 --customer 123456700284 --count 5 --first-number acht
voucher order --org 0777999980 --customer 123456700284 --count 0
file orders.csv
  organisatie;gebruiker;aantal;uitgiftedatum;eerste_nummer
  0777999980;123456700284;5;2026-11-02;40000001
  0777999980;123456700284;5;2026-12-01;
  0777999980;123456700284;5;2021-12-01;
dienstencheque order --file orders.csv --skip-invalid
voucher list
voucher list --org 0777999980 --state all --sort until --fields customer,first_number,count,usable_until,state
voucher wallet 123456700183 --org 0777999980
voucher wallet 123456700183 --org 0777999980 --expired
voucher wallet 123456700284 --org 0777999980 -o json
customer show 123456700183 --org 0777999980
customer show 123456700284 --org 0777999980 -o json
customer deactivate 123456700284 --org 0777999980 --reason verhuisd --fields number,state
voucher order --org 0777999980 --customer 123456700284 --count 5
customer list --state inactive --fields number,state
customer activate 123456700284 --org 0777999980 --fields number,state
customer erase 123456700284 --org 0777999980 --confirm 123456700183 --reason gevraagd
customer erase 123456700284 --org 0777999980 --confirm 123456700284 --reason gevraagd --fields number,name,state
customer list --state all --fields number,name,state
__complete bash 3 dcadmin customer show 1234567
__complete bash 3 dcadmin customer show Fam
store check
audit verify
