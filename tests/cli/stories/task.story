scene granted
dcadmin --as p-2 right request --org 0566.988.259 --right dah-gebruiker --reason 'new desk'
dcadmin --as p-12 right request --org 0566.988.259 --right dah-gebruiker --reason 'new desk'
dcadmin --as p-30 right request --org 0566.988.259 --right dah-gebruiker --reason 'new desk'
dcadmin --as p-5 relation request --org 0566.988.259 --category vaste --email elodie@example.be --phone +3212345678 --reason 'works there'
dcadmin --as p-6 relation request --org 0566.988.259 --category vaste --email bram@example.be --phone +3212345678 --reason 'works there'
dcadmin --as p-1 task list
dcadmin --as p-1 task list --count
dcadmin task list --kind requested-right --org 0566.988.259
dcadmin task show t-5
dcadmin task show g-12
dcadmin --as p-1 task refuse t-5 --reason 'not your desk'
file answers.csv
  taak,reden
  t-1,agreed
dcadmin task accept --file answers.csv
file answers.csv
  taak,reden
  t-2,not needed
dcadmin task refuse --file answers.csv
dcadmin task done g-12 --reason 'may end'
file done.csv
  taak,reden
  g-10,may end
dcadmin task done --file done.csv
