scene granted
dcadmin key kinds
dcadmin --at 2021-01-01 key kinds
dcadmin key list --person p-12
dcadmin staff add --person p-12 --role operator --reason 'letter of 2 March'
dcadmin staff list --role operator --state active
dcadmin staff remove --person p-12 --role operator --reason 'left'
dcadmin account add leavers --operation end_relation --until 2027-06-30 --reason 'leavers nightly' --secret-file leavers.token
dcadmin account list
dcadmin account rotate leavers --secret-file leavers.new
dcadmin account retire leavers --reason 'timer removed'
dcadmin app add --code zone --name 'Beveiligde zone' --right dienstencheques-erkende-onderneming --client-id zone-web
file apps.csv
  code,name,right,client_id
  loket,Loket,wse-loket,loket-web
dcadmin app add --file apps.csv
dcadmin app list
dcadmin app show zone
