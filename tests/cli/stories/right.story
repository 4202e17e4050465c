scene granted
dcadmin right list --audience EA
dcadmin right search dienstencheques
dcadmin right show dienstencheques-erkende-onderneming
dcadmin right add --file rights.csv
dcadmin right update wse-loket --max-term 2y
dcadmin right add --code dienstencheques-erkende-onderneming --title-nl 'Dienstencheques voor Erkende Ondernemingen' --audience EA --context site
dcadmin --as p-2 right request --org 0566.988.259 --right dah-gebruiker --reason 'new desk'
file requests.csv
  person,org,right,reason
  p-30,0566988259,dah-gebruiker,new desk
dcadmin right request --file requests.csv
