# What waits for an administrator, what ends soon, and the news.
store init --demo --fields persons,relations,grants
right request --org 0777999980 --right dah-gebruiker --person p-2 --reason 'new desk'
--as p-2 relation request --org 0777999980 --category vaste --email a@example.be --phone +3212345678 --reason 'works there'
right request --org 0777999980 --right dah-gebruiker --person p-2
task list
task list --count
task list --count -o json
task list --kind expiring-right --within 10y --fields id,kind,person,title,due
grant orphans --limit 2
task done 0777999980 --reason 'a chief is sought'
task done 0777999980
task list
task list --state done --fields id,kind,subject,title,state,answer
task accept 0777999980
task accept t-1
task refuse t-1
task done g-1 --reason 'may end' -o json
task show g-1 --fields id,subject,state,answer
task show t-9
task show x-9
file done.csv
  taak;reden
  g-2;may end
  g-99;no such grant
task done --file done.csv --skip-invalid --outcome done.out.csv
show done.out.csv
expiring --within 10y --org 0777999980
expiring --within 30d --exit-code
expiring --within 10y --exit-code -o csv --limit 1
relation update --person p-2 --org 0777999980 --email nieuw@example.be --reason moved --fields id,email,phone
relation update --person p-2 --org 0777999980 --email nieuw@example.be --fields id,email
relation update --person p-2 --org 0777999980
news add --title Onderhoud --body 'Zondag van 8 tot 12 uur niet bereikbaar' --until 2026-12-06
news add --title Onderhoud --body 'Zondag van 8 tot 12 uur niet bereikbaar' --until 2026-12-06 --fields id
news add --title Later --body 'Volgend jaar' --from 2027-01-01 --until 2027-01-31 --audience OV
news list
nieuws list --all --fields id,title,audience,from,until
news show w-2 -o json
notice list --limit 3 --fields id,kind,person,subject
audit verify
store check
