# A file of grants with a mistake of each kind; then corrected.
store init --demo --fields persons,relations,grants
file grants.csv
  rijksregisternummer;organisatie;recht;vestiging;einddatum;reden;x_bron
  p-2;0777.999.980;dienstencheques-erkende-onderneming;980000159357|980000128745;;twee plaatsen;a
  p-2;0777.999.980;dah-gebruiker;;31/12/2026;;b
  p-77;0777.999.980;dah-gebruiker;;;;c
  p-3;0777.999.981;dah-gebruiker;;;;d
  p-3;0777.999.980;dah-gebruker;;;;e
  p-3;0777.999.980;dah-gebruiker;;31/02/2026;;f
  p-3;0777.999.980;;;;;g
  p-3;0777.999.980;dienstencheques-erkende-onderneming;;;;h
  p-3;0777.999.980
  85.07.30-033.29;0777.999.981;;;31/02/2026;drie fouten;i
grant add --file grants.csv
grant add --file grants.csv --dry-run --skip-invalid
grant add --file grants.csv --skip-invalid --outcome done.csv
show done.csv
grant add --file grants.csv --skip-invalid --outcome done.csv -o json -q
grant list --fields person,right,site,until,reason -o csv
notice list --fields id,person,subject
input
  {"person":"p-2","org":"0777999980","right":"dah-gebruiker","reason":"left"}
grant revoke --file - --input-format jsonl
audit verify
