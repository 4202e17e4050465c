scene granted
dcadmin grant add --person p-12 --org 0566.988.259 --right dienstencheques-erkende-onderneming --site 980000611888
file grants.csv
  person;org;right;site;until
  p-12;0566988259;dah-gebruiker;;31/12/2027
  p-30;0566988259;dienstencheques-erkende-onderneming;980000611888;31/12/2027
dcadmin grant add --file grants.csv --dry-run
dcadmin grant list --org 0566.988.259 --state active
dcadmin grant list --person p-12 --at 2026-01-31
dcadmin grant show g-12
dcadmin grant explain --person p-12 --right wse-loket --org 0566.988.259
dcadmin grant orphans --sort org
dcadmin access check --person p-12 --right dienstencheques-erkende-onderneming
dcadmin grant extend --person p-12 --org 0566.988.259 --right wse-loket --until 31/12/2028
dcadmin expiring --within 60d
exits 10
dcadmin expiring --within 7d --exit-code --quiet

# A plan, from the file that was judged.
dcadmin grant add --file grants.csv --plan grants.plan
dcadmin plan show grants.plan
dcadmin plan check grants.plan
dcadmin apply grants.plan
dcadmin apply grants.plan --skip-stale
dcadmin plan invert grants.plan
dcadmin plan show grants.plan -o csv > grants.csv
dcadmin grant export --org 0566.988.259 > grants.csv
dcadmin grant revoke --person p-12 --org 0566.988.259 --right wse-loket --reason 'left the desk'
