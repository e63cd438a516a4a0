using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>Whom brakes and bounds count as one: an address, or the network of 64 bits that every IPv6 household has to itself.</summary>
public static class VisitorAddress
{
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : $"{address}";
    }
}
