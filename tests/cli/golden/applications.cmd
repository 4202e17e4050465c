# Applications, and what keeps an assertion from being made.
store init --demo --fields persons
right list --text erkende -o csv --fields code
app add --code Zone --name 'Beveiligde zone' --right dienstencheques-erkende-onderneming --client-id zone-web
app add --code zone --name 'Beveiligde zone' --right dienstencheques-erkende-onderneming --client-id zone-web
app add --code zone --name 'Andere zone' --right dienstencheques-erkende-onderneming --client-id zone-web
app add --code loket --name Loket --right dienstencheques-erkende-onderneming --client-id zone-web
app add --code loket --name Loket --right dienstencheques-erkende-onderneming --min-level 50
app add --code loket --name Loket --right dienstencheques-erkende-onderneming --claim sub
app add --code loket --name Loket --right dienstencheque
app add --code 'lo ket' --name Loket --right dienstencheques-erkende-onderneming
app list -o csv
app list --text zone
app show ZONE -o json
app show zonder
signing list
signing export
signing create
auth assert --app zone
config set assert.issuer https://toegang.example.be/op
auth assert --app zone
audit list --action application -o csv --fields action,subject
audit verify
