// filled by the next steps
