dcadmin store init
dcadmin org add --number 0566.988.259 --name 'Poetsbureau Net'

scene office
dcadmin org list --text poets
dcadmin org list --without-chief
dcadmin org show 0566.988.259
dcadmin org use 0566.988.259
file orgs.csv
  ondernemingsnummer;naam;taal
  0400.008.697;Poetshulp Aalst;nl
dcadmin org add --file orgs.csv
dcadmin site add --org 0566.988.259 --number 980000611888 --name Aalst
dcadmin site list --org 0566.988.259
dcadmin site show 980000611888
dcadmin domain list
dcadmin domain list --at 31/12/2026
dcadmin domain show sociale-zekerheid
dcadmin domain add --code onderwijs --name-nl Onderwijs --source 'letter of 2 March 2026'
