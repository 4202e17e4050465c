dcadmin version
dcadmin help bulk
dcadmin help grant add
source <(dcadmin completion bash)
mkdir -p ~/.config/fish/completions
dcadmin completion fish > ~/.config/fish/completions/dcadmin.fish
dcadmin config path
dcadmin config set output json
dcadmin config list
dcadmin config get store
dcadmin profile add work --store sqlite:/srv/dcadmin/work.db
dcadmin config set org 0566.988.259 --profile work
dcadmin profile use work
dcadmin profile list
dcadmin profile remove work
dcadmin number check 0566.988.259
file numbers.csv
  number
  0566.988.259
  85.07.30-033.28
dcadmin number check --file numbers.csv -o csv
dcadmin doctor
apart what it finds and how it ends is this machine's
dcadmin doctor --exit-code -o json
