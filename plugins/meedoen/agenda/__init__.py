"""All together: the files become a library; a site and a window pick from it what one agenda shows.

`network_reader` makes the network of what activities refer to, `library` holds every activity, read once; `occurrence`
gives each date, `agenda` what one site shows, `facet` the ways in which people look.
"""
