# Workers of a company, and their contracts.
store init --demo --fields schema
site add --org 0777999980 --number 2147812701 --name Gent --quiet --fields number
file workers.csv
  rijksregisternummer;voornaam;naam;ondernemingsnummer;vestiging;gewest;e-mail;telefoon;toegangsnummer
  85.07.30-033.28;Zoë;D'Hondt;0777999980;980000611888;Wallonië;zoe@example.be;0470 12 34 56;
  93051822361;Lucas;Maes;0777999980;2147812701;Brussel;;;980000159356
  93051822361;Lucas;Maes;0777999980;;Atlantis;;;
  80010100145;;;0777999980;9999999999;Brussel;;;
worker add --file workers.csv
worker add --file workers.csv --skip-invalid
show workers.outcome.csv
worker list
werknemer list --no-contract --region brussels --fields login,name
worker show 980000000182
worker update 980000000182 --phone '+32 470 99 99 99' --fields login,phone
worker update 980000000182 --email geen
contract add --worker 980000000182 --site 2147812701 --from 2026-09-01 --hours 19,5 --reason getekend
contract add --worker 980000000182 --site 2147812701 --from 2026-12-01 --hours 38
contract add --worker 980000000182 --site 980000611888 --from 2026-12-01 --hours 38
contract add --worker 980000000182 --site 2147812701 --from 2026-12-01 --hours veel
contract list
worker list --fields login,name,contract
contract end --worker 980000000182 --on 2026-11-30 --fields worker,until,state
contract list --state active -o csv
worker deactivate 980000159356 --reason 'uit dienst' --fields login,state
worker deactivate 980000159356 --fields login,state
worker list --state inactive --fields login,name,state
worker reset-password 980000159356
worker reset-password 980000000182 --send --secret-file x
worker reset-password 980000000182 --secret-file password.txt --quiet
worker reset-password 980000000182 --send
worker show 980000000999
__complete bash 3 dcadmin worker show 98000000
store check
audit verify
